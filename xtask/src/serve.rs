//! A plain static server for `dist`, on this machine only.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::{fs, thread};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Method, Request, Response, Server};

/// The strictest policy the widget has to live with (with a nonce in place of `'self'` in the tests).
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// A server at work; it stops when this is dropped.
pub struct Running {
    server: Arc<Server>,
    workers: Vec<JoinHandle<()>>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Running {
    /// The address to open.
    pub fn url(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves until the program is ended.
    pub fn wait(mut self) {
        for worker in std::mem::take(&mut self.workers) {
            let _ = worker.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in std::mem::take(&mut self.workers) {
            let _ = worker.join();
        }
    }
}

/// Serves the files of `folder`, and `pages` (path without the first `/` → content) before them.
///
/// Port 0 takes any that is free.
pub fn serve(folder: &Path, pages: BTreeMap<String, String>, port: u16) -> Result<Running> {
    let server = Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("port {port} cannot be used: {error}; name another with --port"))?;
    let address = server.server_addr().to_ip().context("the server has no address")?;
    let server = Arc::new(server);
    let site = Arc::new(Site { folder: folder.to_path_buf(), pages });
    let workers = (0..4)
        .map(|_| {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || {
                while let Ok(request) = server.recv() {
                    site.answer(request);
                }
            })
        })
        .collect();
    Ok(Running { server, workers, address })
}

struct Site {
    folder: PathBuf,
    pages: BTreeMap<String, String>,
}

impl Site {
    fn answer(&self, request: Request) {
        let (status, name, content) = if matches!(request.method(), Method::Get | Method::Head) {
            match self.find(request.url()) {
                Some((name, content)) => (200, name, content),
                None => (404, "404.txt".to_owned(), b"There is no such file.\n".to_vec()),
            }
        } else {
            (405, "405.txt".to_owned(), b"Files can only be read.\n".to_vec())
        };
        let mut response = Response::from_data(content).with_status_code(status);
        for (field, value) in headers(&name) {
            if let Ok(header) = Header::from_bytes(field, value) {
                response.add_header(header);
            }
        }
        // The reader may have gone away; there is nobody to tell.
        let _ = request.respond(response);
    }

    fn find(&self, url: &str) -> Option<(String, Vec<u8>)> {
        let path = url.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
        let name = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        if let Some(page) = self.pages.get(&name) {
            return Some((name, page.clone().into_bytes()));
        }
        let inside = Path::new(&name).components().all(|part| matches!(part, Component::Normal(_)));
        let content = if inside { fs::read(self.folder.join(&name)).ok()? } else { return None };
        Some((name, content))
    }
}

fn headers(name: &str) -> Vec<(&'static str, &'static str)> {
    let extension = Path::new(name).extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let kind = match extension {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "txt" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let caching = if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut headers = vec![("Content-Type", kind), ("Cache-Control", caching), ("X-Content-Type-Options", "nosniff")];
    if extension == "html" {
        headers.push(("Content-Security-Policy", POLICY));
    }
    headers
}

/// Whether a name was made from the content: then it never changes.
fn is_hashed(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or_default();
    let hash = file.strip_prefix("whosaid-").and_then(|rest| rest.split('.').next()).unwrap_or_default();
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(running: &Running, request: &str) -> String {
        let mut stream = TcpStream::connect(running.address).unwrap();
        write!(stream, "{request} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn serves_files_pages_and_nothing_else() {
        let folder = std::env::temp_dir().join(format!("whosaid-serve-{}", std::process::id()));
        fs::create_dir_all(folder.join("inside")).unwrap();
        fs::write(folder.join("inside/whosaid-0123456789abcdef.wasm"), "wasm").unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("inside/who-said.js"), "loader").unwrap();
        let pages = BTreeMap::from([("index.html".to_owned(), "<p>page".to_owned())]);
        let running = serve(&folder.join("inside"), pages, 0).unwrap();

        let page = ask(&running, "GET /?a=b");
        assert!(page.starts_with("HTTP/1.1 200") && page.ends_with("<p>page"), "{page}");
        assert!(page.contains("Content-Security-Policy: default-src 'none'"), "{page}");
        let wasm = ask(&running, "GET /whosaid-0123456789abcdef.wasm");
        assert!(wasm.contains("Content-Type: application/wasm") && wasm.contains("immutable"), "{wasm}");
        let loader = ask(&running, "GET /who-said.js");
        assert!(loader.contains("text/javascript") && loader.contains("no-cache"), "{loader}");
        assert!(ask(&running, "GET /../secret.txt").starts_with("HTTP/1.1 404"));
        assert!(ask(&running, "GET //etc/hostname").starts_with("HTTP/1.1 404"));
        assert!(ask(&running, "GET /none").starts_with("HTTP/1.1 404"));
        assert!(ask(&running, "DELETE /who-said.js").starts_with("HTTP/1.1 405"));

        drop(running);
        fs::remove_dir_all(folder).unwrap();
    }
}
