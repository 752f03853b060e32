//! The record: what an article yields, in the shape of its JSON.

mod extent;
mod model;
mod vocabulary;

pub use extent::Extent;
pub use model::*;
pub use vocabulary::*;
