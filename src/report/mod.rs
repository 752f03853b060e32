//! The record: what an article yields, in the shape of its JSON.

mod extent;
mod model;

pub use crate::vocabulary::*;
pub use extent::Extent;
pub use model::*;
