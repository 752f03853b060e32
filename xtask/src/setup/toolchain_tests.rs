//! The decision between a target that is there, Debian's sources and rustup, on machines made of small scripts.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs};

use super::*;

/// A search path that holds nothing but scripts, each of which writes down how it was called.
struct Stage {
    folder: PathBuf,
}

impl Stage {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = env::temp_dir().join(format!("whosaid-stage-{}-{number}", std::process::id()));
        fs::create_dir_all(folder.join("bin")).unwrap();
        let stage = Self { folder };
        stage.script("rustup", "exit 1");
        stage.script("apt-get", "exit 100");
        stage.script("rustc", "case \"$*\" in *target-libdir*) echo /nowhere;; *) echo 'rustc 1.95.0';; esac");
        stage
    }

    fn script(&self, name: &str, body: &str) {
        let log = self.folder.join("log");
        let text = format!("#!/bin/sh\necho \"{name} $*\" >> '{}'\n{body}\n", log.display());
        write_script(&self.folder.join("bin").join(name), &text).unwrap();
    }

    fn machine(&self, debian: bool, rustup_forbidden: bool) -> Machine {
        Machine {
            path: self.folder.join("bin").into_os_string(),
            usr: self.folder.join("usr"),
            debian,
            administrator: true,
            rustup_forbidden,
            tools: self.folder.join("tools"),
        }
    }

    /// The calls of one program, a line each.
    fn calls(&self, program: &str) -> Vec<String> {
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        log.lines().filter(|line| line.split(' ').next() == Some(program)).map(str::to_owned).collect()
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn error_of(result: Result<Toolchain>) -> String {
    result.err().map(|error| format!("{error:#}")).unwrap()
}

#[test]
fn rustup_is_never_called_where_it_must_not_download() {
    for debian in [true, false] {
        let stage = Stage::new();
        let error = error_of(ensure(&stage.machine(debian, true), Std::Small));
        assert_eq!(stage.calls("rustup"), Vec::<String>::new());
        assert!(error.contains("rust"), "{error}");
    }
}

#[test]
fn debian_packages_are_taken_on_debian_even_where_rustup_may_download() {
    let stage = Stage::new();
    stage.script("apt-get", "");
    let error = error_of(ensure(&stage.machine(true, false), Std::Small));
    let installed = "apt-get install -y -q --no-install-recommends rustc-web cargo-web rust-web-src lld-22";
    assert_eq!(stage.calls("apt-get"), ["apt-get update -q", installed]);
    assert_eq!(stage.calls("rustup"), Vec::<String>::new());
    // The script installs nothing, and the set-up notices.
    assert!(error.contains("lld-22"), "{error}");
}

#[test]
fn who_may_not_install_is_told_the_command() {
    let stage = Stage::new();
    let error = error_of(ensure(&Machine { administrator: false, ..stage.machine(true, false) }, Std::Small));
    assert!(error.contains("sudo apt-get install -y --no-install-recommends rustc-web"), "{error}");
    assert_eq!(stage.calls("apt-get"), Vec::<String>::new());
}

#[test]
fn rustup_adds_the_target_elsewhere() {
    let stage = Stage::new();
    let error = error_of(ensure(&stage.machine(false, false), Std::Small));
    assert_eq!(stage.calls("rustup"), ["rustup target add wasm32-unknown-unknown"]);
    assert!(error.contains("get it with: rustup target add"), "{error}");

    let stage = Stage::new();
    stage.script("rustup", "exit 0");
    let toolchain = ensure(&stage.machine(false, false), Std::Small).unwrap();
    assert_eq!((toolchain.version.as_str(), toolchain.std), ("rustc 1.95.0", Std::Plain));
}

#[test]
fn a_target_that_is_there_is_used_as_it_is() {
    for (debian, rustup_forbidden) in [(true, true), (true, false), (false, true), (false, false)] {
        let stage = Stage::new();
        let target = stage.folder.join("target");
        fs::create_dir_all(&target).unwrap();
        fs::write(target.join("libstd-0.rlib"), "").unwrap();
        let answer =
            format!("case \"$*\" in *target-libdir*) echo '{}';; *) echo 'rustc 1.95.0';; esac", target.display());
        stage.script("rustc", &answer);
        assert!(ensure(&stage.machine(debian, rustup_forbidden), Std::Small).is_ok());
        assert_eq!(stage.calls("rustup").len() + stage.calls("apt-get").len(), 0);
    }
}

/// A compiler, a linker and sources of nearly nothing: what the folder looks like, and when it is made again.
#[test]
fn std_is_built_once_per_compiler() {
    let stage = Stage::new();
    let usr = stage.folder.join("usr");
    for folder in ["bin", "lib/rustlib/src/rust/library/sysroot"] {
        fs::create_dir_all(usr.join(folder)).unwrap();
    }
    let log = stage.folder.join("log");
    let version = |number: &str| {
        format!("#!/bin/sh\ncase \"$1\" in -V) echo 'rustc {number}';; -vV) echo 'host: some-host';; esac\n")
    };
    let cargo = format!(
        "#!/bin/sh\necho \"cargo $*\" >> '{}'\nmade=\"$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/deps\"\n\
         mkdir -p \"$made\"\n: > \"$made/libstd-1.rlib\"\n: > \"$made/std.d\"\n",
        log.display()
    );
    write_script(&usr.join("bin/rustc"), &version("1.96.0")).unwrap();
    write_script(&usr.join("bin/cargo"), &cargo).unwrap();
    write_script(&usr.join("bin/wasm-ld-22"), "").unwrap();
    let machine = Machine { path: env::var_os("PATH").unwrap(), ..stage.machine(true, true) };

    assert_eq!(debian(&machine, Std::Plain).unwrap().std, Std::Plain);
    assert_eq!(stage.calls("cargo").len(), 1);
    let wasm = machine.tools.join("rust-1.96.0/plain/lib/rustlib/wasm32-unknown-unknown/lib");
    assert!(has_std(&wasm) && !wasm.join("std.d").exists());
    let wrapper = machine.tools.join("rust-1.96.0/plain/bin/rustc");
    assert!(fs::read_to_string(wrapper).unwrap().contains("--sysroot"));
    assert!(!machine.tools.join("rust-1.96.0/plain/work").exists());

    debian(&machine, Std::Plain).unwrap();
    assert_eq!(stage.calls("cargo").len(), 1, "nothing is built a second time");
    assert_eq!(debian(&machine, Std::Small).unwrap().std, Std::Small);
    assert_eq!(stage.calls("cargo").len(), 2, "the small std is another one");
    write_script(&usr.join("bin/rustc"), &version("1.96.0 (rebuilt)")).unwrap();
    debian(&machine, Std::Plain).unwrap();
    assert_eq!(stage.calls("cargo").len(), 3, "another compiler gets another std");
    assert_eq!(stage.calls("rustup"), Vec::<String>::new());
}

#[test]
fn without_the_small_std_the_plain_one_is_shipped() {
    let stage = Stage::new();
    let usr = stage.folder.join("usr");
    for folder in ["bin", "lib/rustlib/src/rust/library/sysroot"] {
        fs::create_dir_all(usr.join(folder)).unwrap();
    }
    let rustc = "#!/bin/sh\ncase \"$1\" in -V) echo 'rustc 1.96.0';; -vV) echo 'host: some-host';; esac\n";
    let cargo = "#!/bin/sh\ncase \"$*\" in *optimize_for_size*) exit 1;; esac\n\
        made=\"$CARGO_TARGET_DIR/wasm32-unknown-unknown/release/deps\"\nmkdir -p \"$made\"\n: > \"$made/libstd-1.rlib\"\n";
    write_script(&usr.join("bin/rustc"), rustc).unwrap();
    write_script(&usr.join("bin/cargo"), cargo).unwrap();
    write_script(&usr.join("bin/wasm-ld-22"), "").unwrap();
    let machine = Machine { path: env::var_os("PATH").unwrap(), ..stage.machine(true, true) };
    assert_eq!(debian(&machine, Std::Small).unwrap().std, Std::Plain);
}
