//! The record: what an article yields, in the shape of its JSON.

mod build;
mod extent;
mod model;

pub use crate::vocabulary::*;
pub use build::build;
pub use extent::Extent;
pub use model::*;
