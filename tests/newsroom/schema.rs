//! As much of JSON Schema as the schema of a report uses.

use serde_json::Value;

/// The keywords that [`check`] knows. A schema with another one is not checked by it.
const KNOWN: &[&str] = &[
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "default",
    "format",
    "type",
    "properties",
    "required",
    "items",
    "minItems",
    "maxItems",
    "minimum",
    "maximum",
    "enum",
    "const",
    "anyOf",
    "oneOf",
    "pattern",
    "additionalProperties",
    "contains",
];

/// What of a value a schema does not allow.
pub fn check(root: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let Value::Object(rules) = schema else {
        return if *schema == Value::Bool(false) { Err(format!("{at}: nothing may stand here")) } else { Ok(()) };
    };
    for (rule, of) in rules {
        assert!(KNOWN.contains(&rule.as_str()), "{rule} is not known here");
        let wrong = || format!("{at}: {value} is not {rule} {of}");
        let holds = match rule.as_str() {
            "$ref" => {
                let pointer = of.as_str().and_then(|of| of.strip_prefix('#')).expect("a reference within");
                check(root, root.pointer(pointer).expect("a definition"), value, at)?;
                true
            }
            "type" => {
                of.as_array().map_or(std::slice::from_ref(of), Vec::as_slice).iter().any(|kind| is_a(kind, value))
            }
            "properties" => {
                for (key, schema) in of.as_object().expect("an object") {
                    if let Some(value) = value.get(key) {
                        check(root, schema, value, &format!("{at}.{key}"))?;
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = |key: &String| rules.get("properties").is_some_and(|known| known.get(key).is_some());
                *of != Value::Bool(false) || value.as_object().is_none_or(|object| object.keys().all(known))
            }
            "required" => {
                of.as_array().expect("a list").iter().all(|key| value.get(key.as_str().expect("a key")).is_some())
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, of, item, &format!("{at}[{index}]"))?;
                }
                true
            }
            "contains" => {
                value.as_array().is_none_or(|items| items.iter().any(|item| check(root, of, item, at).is_ok()))
            }
            "minItems" => value.as_array().is_none_or(|items| items.len() as u64 >= of.as_u64().expect("a number")),
            "maxItems" => value.as_array().is_none_or(|items| items.len() as u64 <= of.as_u64().expect("a number")),
            "minimum" => value.as_f64().is_none_or(|number| number >= of.as_f64().expect("a number")),
            "maximum" => value.as_f64().is_none_or(|number| number <= of.as_f64().expect("a number")),
            "pattern" => {
                // Patterns here only say how a text begins.
                let start = of.as_str().and_then(|of| of.strip_prefix('^')).expect("a beginning");
                value.as_str().is_none_or(|text| text.starts_with(start))
            }
            "enum" => of.as_array().expect("a list").contains(value),
            "const" => of == value,
            "anyOf" => of.as_array().expect("a list").iter().any(|schema| check(root, schema, value, at).is_ok()),
            "oneOf" => {
                of.as_array().expect("a list").iter().filter(|schema| check(root, schema, value, at).is_ok()).count()
                    == 1
            }
            _ => true,
        };
        if !holds {
            return Err(wrong());
        }
    }
    Ok(())
}

fn is_a(kind: &Value, value: &Value) -> bool {
    match kind.as_str().expect("a type") {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{other} is no type"),
    }
}

#[test]
fn the_check_refuses() {
    let schema = serde_json::json!({
        "type": "object", "required": ["a"], "properties": {"a": {"$ref": "#/$defs/A"}, "b": {"enum": ["x", "y"]}},
        "$defs": {"A": {"type": "array", "items": {"type": "integer", "minimum": 0}, "maxItems": 2}}
    });
    for (json, is_valid) in [
        (r#"{"a": [1, 2]}"#, true),
        (r#"{"a": [], "b": "x"}"#, true),
        (r#"{"b": "x"}"#, false),
        (r#"{"a": [1, 2, 3]}"#, false),
        (r#"{"a": [-1]}"#, false),
        (r#"{"a": ["1"]}"#, false),
        (r#"{"a": [], "b": "z"}"#, false),
        (r#"[]"#, false),
    ] {
        let value = serde_json::from_str(json).expect("JSON");
        assert_eq!(check(&schema, &schema, &value, "$").is_ok(), is_valid, "{json}");
    }
}
