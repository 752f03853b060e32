//! The names under which the module and its glue know each other. wasm-bindgen makes them long and unlike any other text,
//! which compresses badly: short ones save 2.8 kB of brotli in the module and 1.5 kB in the glue.

/// `glue` with the names that `map` gives, which is what `wasm-opt --minify-imports-and-exports-and-modules` prints: for an
/// import a line of module, name and new name, for an export one of name and new name.
pub fn shortened(glue: &str, map: &str) -> String {
    let mut imports = Vec::new();
    let mut exports = Vec::new();
    for line in map.lines() {
        match line.split('"').skip(1).step_by(2).collect::<Vec<_>>()[..] {
            [_, old, new] => imports.push((old, new)),
            [old, new] => exports.push((old, new)),
            _ => {}
        }
    }
    // The one module that the imports are of; wasm-opt calls it so.
    let mut glue = glue.replace("\"./whosaid_bg.js\": import0", "a: import0");
    for (old, new) in imports {
        glue = glue.replace(&format!(" {old}: "), &format!(" {new}: "));
    }
    // An export's name may be the beginning of another's.
    exports.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
    for (old, new) in exports {
        glue = glue.replace(&format!("wasm.{old}"), &format!("wasm.\u{0}{new}"));
    }
    glue.replace('\u{0}', "")
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn both_sides_get_the_short_names() {
        let glue = "const import0 = {\n __wbg_get_1: function(a) { return wasm.mount2(a) + wasm.mount(a); },\n};\n\
                    return { \"./whosaid_bg.js\": import0 };";
        let map = "{\n \"imports\": [\n  [\"./whosaid_bg.js\", \"__wbg_get_1\", \"$\"]\n ],\n \"exports\": [\n  \
                   [\"mount\", \"b\"],\n  [\"mount2\", \"mount\"]\n ]\n}";
        assert_eq!(
            shortened(glue, map),
            "const import0 = {\n $: function(a) { return wasm.mount(a) + wasm.b(a); },\n};\nreturn { a: import0 };"
        );
    }
}
