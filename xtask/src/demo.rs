//! `cargo xtask demo`: builds the widget and serves a news page with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::project::Project;
use crate::serve::{Running, serve};
use crate::setup::Machine;
use crate::{article, build};

/// What `demo` is asked for.
pub struct Options {
    /// An article of the user's own.
    pub article: Option<PathBuf>,
    /// Where to listen.
    pub port: u16,
}

/// Builds, serves until ended, and says where.
pub fn demo(project: &Project, machine: &Machine, options: &Options) -> Result<()> {
    // A bad file is refused at once, not after a build.
    let article = options.article.as_deref().map(article::read).transpose()?;
    build::build(project, machine, build::Options::default())?;
    let running = start(project, article.as_deref(), options.port)?;
    println!("The demo is at {} (end it with Ctrl+C)", running.url());
    running.wait();
    Ok(())
}

/// Serves `dist` as it is, with `article` (HTML) in the demo page if there is one.
pub fn start(project: &Project, article: Option<&str>, port: u16) -> Result<Running> {
    let mut pages = BTreeMap::new();
    if let Some(article) = article {
        let page = fs::read_to_string(project.dist().join("index.html")).context("dist has no index.html")?;
        pages.insert("index.html".to_owned(), article::put_into(&page, article)?);
    }
    serve(&project.dist(), pages, port)
}
