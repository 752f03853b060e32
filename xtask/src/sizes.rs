//! What a reader's browser has to fetch, and the limits it may not pass.
//!
//! 1 kB is 1,000 bytes.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The loader, brotli, in bytes.
const LOADER_LIMIT: usize = 2_000;
/// All code and style of the widget together, brotli, in bytes. The aim is 130,000 at first and 110,000 in the end; this
/// is what it weighs today (267.7 kB), so that it does not grow unseen. It was 246.4 kB before the engine read interview
/// pages, scenes and relatives, worked in steps, and the panel had looks, notes for print, charts and a sheet to draw.
const CODE_LIMIT: usize = 268_000;
/// The code and style of the review page, brotli, in bytes: the engine in all languages, the widget's panels, a parser of HTML
/// and the forms (440 kB when it was made). Only newsrooms fetch it.
const REVIEW_LIMIT: usize = 460_000;
/// Folders of `dist` whose files belong to the demonstration pages, not to the widget.
const PAGES_ONLY: [&str; 3] = ["demo/", "review/", "themes/"];

/// A file of `dist`.
pub struct Shipped {
    /// Its path below `dist`, with `/`.
    pub name: String,
    /// Its length in bytes.
    pub raw: usize,
    /// Its length in bytes after `brotli -q 11`.
    pub brotli: usize,
}

impl Shipped {
    /// Measures one file.
    pub fn measure(name: &str, content: &[u8]) -> Result<Self> {
        Ok(Self { name: name.to_owned(), raw: content.len(), brotli: brotli_length(content)? })
    }

    /// Whether it is code or style.
    fn is_code(&self) -> bool {
        let extension = Path::new(&self.name).extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("js" | "mjs" | "wasm" | "css"))
    }

    fn is_of_widget(&self) -> bool {
        self.is_code() && !PAGES_ONLY.iter().any(|folder| self.name.starts_with(folder))
    }

    fn is_of_review(&self) -> bool {
        self.is_code() && self.name.starts_with("review/")
    }

    fn is_loader(&self) -> bool {
        self.name == crate::build::LOADER
    }
}

/// Its length in bytes after `brotli -q 11`.
pub fn brotli_length(content: &[u8]) -> Result<usize> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 22);
    writer.write_all(content).context("brotli failed")?;
    drop(writer);
    Ok(compressed.len())
}

/// Prints every file's size, and fails when a limit is passed.
pub fn report(files: &[Shipped]) -> Result<()> {
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0).max(22);
    println!("{:width$}  {:>9}  {:>9}", "file", "raw B", "brotli B");
    for file in files {
        println!("{:width$}  {:>9}  {:>9}", file.name, file.raw, file.brotli);
    }
    let loader: usize = files.iter().filter(|file| file.is_loader()).map(|file| file.brotli).sum();
    let code: usize = files.iter().filter(|file| file.is_of_widget()).map(|file| file.brotli).sum();
    let review: usize = files.iter().filter(|file| file.is_of_review()).map(|file| file.brotli).sum();
    println!("{:width$}  {:>9}  {loader:>9}  of at most {LOADER_LIMIT}", "loader", "");
    println!("{:width$}  {:>9}  {code:>9}  of at most {CODE_LIMIT}", "all code and style", "");
    println!("{:width$}  {:>9}  {review:>9}  of at most {REVIEW_LIMIT}", "the review page", "");
    check("the loader", loader, LOADER_LIMIT)?;
    check("all code and style together", code, CODE_LIMIT)?;
    check("the review page", review, REVIEW_LIMIT)
}

fn check(what: &str, size: usize, limit: usize) -> Result<()> {
    if size > limit {
        bail!("{what}: {size} B after brotli, more than the {limit} B allowed (limits: xtask/src/sizes.rs)");
    }
    Ok(())
}

/// Measures every file below `folder`, in the order of their names.
pub fn measure_folder(folder: &Path) -> Result<Vec<Shipped>> {
    let mut names = Vec::new();
    crate::build::files_below(folder, "", &mut names)?;
    names.sort();
    names
        .iter()
        .map(|name| {
            let content = fs::read(folder.join(name)).with_context(|| format!("{name} cannot be read"))?;
            Shipped::measure(name, &content)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped(name: &str, brotli: usize) -> Shipped {
        Shipped { name: name.into(), raw: brotli * 3, brotli }
    }

    #[test]
    fn a_file_at_the_limit_passes_and_one_byte_more_fails() {
        assert!(report(&[shipped("who-said.js", LOADER_LIMIT)]).is_ok());
        assert!(report(&[shipped("who-said.js", LOADER_LIMIT + 1)]).is_err());
        assert!(report(&[shipped("whosaid-1.wasm", CODE_LIMIT - 5), shipped("a.css", 5)]).is_ok());
        assert!(report(&[shipped("whosaid-1.wasm", CODE_LIMIT - 5), shipped("a.css", 6)]).is_err());
    }

    #[test]
    fn pages_do_not_count() {
        let page = [shipped("index.html", CODE_LIMIT), shipped("demo/page.css", CODE_LIMIT)];
        assert!(report(&page).is_ok());
        assert!(report(&[shipped("review/whosaid-1.wasm", REVIEW_LIMIT)]).is_ok());
        assert!(report(&[shipped("review/whosaid-1.wasm", REVIEW_LIMIT + 1)]).is_err());
    }

    #[test]
    fn length_is_that_of_brotli() {
        let measured = Shipped::measure("a", &[b'a'; 10_000]).unwrap();
        assert_eq!(measured.raw, 10_000);
        assert!(measured.brotli < 100, "{}", measured.brotli);
    }
}
