//! Exports, each checked against a schema, or against the domains and ranges of its vocabulary.

use crate::schema::check;
use crate::{ARTICLE, inferred, merged};
use serde_json::{Value, json};
use whosaid::export::{annotations, csv, json_schema, ninjs, schema_org};
use whosaid::json::Json;
use whosaid::report::Report;

fn value(json: &Json) -> Value {
    serde_json::to_value(json).expect("JSON")
}

/// Reports of every kind: inferred, merged, on an empty text, with an address.
fn reports() -> Vec<Report> {
    let mut with_address = merged(
        r#"{"id": "lead", "content": {"exact": "The wall held for ninety years,"}, "terms": "on_record", "confirmed_on": "2024-05-08",
            "source": {"name": "Ada Quill"}, "medium": {"kind": "broadcast_interview"}, "date": {"edtf": "2024-05"},
            "addressee": {"name": "Ines Falk", "affiliation": "Courier Radio"}, "outlet": {"name": "Courier Radio"},
            "original": {"text": "The wall held for ninety years."}, "links": [{"url": "https://courier.example/a"}]},
           {"content": {"exact": "nobody had been hurt"}, "source": {"label": "a leaked letter", "kind": "document"},
            "medium": {"kind": "social_post"}, "outlet": {"name": "Skylark"}},
           {"content": {"exact": "words that are gone from it"}, "source": {"name": "Mara Oduya"}}"#,
    );
    with_address.article.url = Some("https://publisher.example/2024/wall?x=1".into());
    vec![inferred(ARTICLE), inferred(""), with_address]
}

#[test]
fn every_report_is_as_its_schema_says() {
    let schema = serde_json::to_value(json_schema()).expect("JSON");
    for report in reports() {
        let report = serde_json::to_value(&report).expect("JSON");
        check(&schema, &schema, &report, "$").unwrap_or_else(|wrong| panic!("{wrong}"));
    }
    for (pointer, wrong) in [
        ("/version", json!("1")),
        ("/attributions/0/form", json!("loud")),
        ("/attributions/0/content/start", json!(-1)),
        ("/attributions/0/content/segments", json!([[1]])),
        ("/attributions/0/date/at", json!([1])),
        ("/sources/0/kind", json!(null)),
    ] {
        let mut report = serde_json::to_value(inferred(ARTICLE)).expect("JSON");
        *report.pointer_mut(pointer).expect(pointer) = wrong;
        assert!(check(&schema, &schema, &report, "$").is_err(), "{pointer}");
    }
}

/// What a property is a property of, and what its values are: `Text` for strings, `Number`, a type for objects. From
/// schema.org's definitions, those that the export uses.
const PROPERTIES: &[(&str, &[&str], &[&str])] = &[
    ("headline", &["CreativeWork"], &["Text"]),
    ("datePublished", &["CreativeWork"], &["Text"]),
    ("dateCreated", &["CreativeWork"], &["Text"]),
    ("temporalCoverage", &["CreativeWork"], &["Text"]),
    ("publisher", &["CreativeWork"], &["Organization", "Person"]),
    ("author", &["CreativeWork"], &["Organization", "Person"]),
    ("creator", &["CreativeWork"], &["Organization", "Person"]),
    ("hasPart", &["CreativeWork"], &["CreativeWork"]),
    ("isPartOf", &["CreativeWork"], &["CreativeWork"]),
    ("mentions", &["CreativeWork"], &["Thing"]),
    ("isBasedOn", &["CreativeWork"], &["CreativeWork", "Product"]),
    ("recordedAt", &["CreativeWork"], &["Event"]),
    ("audience", &["CreativeWork", "Event"], &["Audience"]),
    ("citation", &["CreativeWork"], &["CreativeWork", "Text"]),
    ("keywords", &["CreativeWork", "Event"], &["DefinedTerm", "Text"]),
    ("text", &["CreativeWork"], &["Text"]),
    ("abstract", &["CreativeWork"], &["Text"]),
    ("inLanguage", &["CreativeWork", "Event"], &["Language", "Text"]),
    ("identifier", &["Thing"], &["PropertyValue", "Text"]),
    ("name", &["Thing"], &["Text"]),
    ("description", &["Thing"], &["Text"]),
    ("disambiguatingDescription", &["Thing"], &["Text"]),
    ("url", &["Thing"], &["Text"]),
    ("jobTitle", &["Person"], &["Text", "DefinedTerm"]),
    ("affiliation", &["Person"], &["Organization"]),
    ("organizer", &["Event"], &["Organization", "Person"]),
    ("attendee", &["Event"], &["Organization", "Person"]),
    ("propertyID", &["PropertyValue"], &["Text"]),
    ("minValue", &["PropertyValue"], &["Number"]),
    ("value", &["PropertyValue"], &["Text", "Number"]),
    ("maxValue", &["PropertyValue"], &["Number"]),
    ("inDefinedTermSet", &["DefinedTerm"], &["DefinedTermSet", "Text"]),
    ("termCode", &["DefinedTerm"], &["Text"]),
];

/// What each type is a kind of.
const TYPES: &[(&str, &str)] = &[
    ("CreativeWork", "Thing"),
    ("Quotation", "CreativeWork"),
    ("Article", "CreativeWork"),
    ("NewsArticle", "Article"),
    ("SocialMediaPosting", "Article"),
    ("Report", "Article"),
    ("Book", "CreativeWork"),
    ("Message", "CreativeWork"),
    ("EmailMessage", "Message"),
    ("Person", "Thing"),
    ("Organization", "Thing"),
    ("NewsMediaOrganization", "Organization"),
    ("Event", "Thing"),
    ("Audience", "Thing"),
    ("DefinedTerm", "Thing"),
    ("PropertyValue", "Thing"),
];

fn is_kind_of(kind: &str, of: &str) -> bool {
    kind == of || TYPES.iter().find(|(name, _)| *name == kind).is_some_and(|(_, parent)| is_kind_of(parent, of))
}

fn check_object(object: &Value) {
    let kind = object["@type"].as_str().unwrap_or_else(|| panic!("no type: {object}"));
    assert!(TYPES.iter().any(|(name, _)| *name == kind), "{kind}");
    for (property, values) in object.as_object().expect("an object").iter().filter(|(key, _)| !key.starts_with('@')) {
        let known = PROPERTIES.iter().find(|(name, ..)| name == property);
        let (_, domains, ranges) = known.unwrap_or_else(|| panic!("{property} is no property"));
        assert!(domains.iter().any(|domain| is_kind_of(kind, domain)), "{property} of a {kind}");
        for value in values.as_array().map_or(std::slice::from_ref(values), Vec::as_slice) {
            match value {
                Value::String(_) => assert!(ranges.contains(&"Text"), "{property}: {value}"),
                Value::Number(_) => assert!(ranges.contains(&"Number"), "{property}: {value}"),
                Value::Object(members) if members.len() == 1 && members.contains_key("@id") => {}
                Value::Object(_) => {
                    check_object(value);
                    let kind = value["@type"].as_str().unwrap_or_default();
                    assert!(ranges.iter().any(|range| is_kind_of(kind, range)), "{property}: {kind}");
                }
                _ => panic!("{property}: {value}"),
            }
        }
    }
}

#[test]
fn json_ld_keeps_to_the_domains_and_ranges_of_schema_org() {
    for report in reports() {
        let json_ld = value(&schema_org(&report));
        check_object(&json_ld);
        let text = json_ld.to_string();
        assert!(!text.contains("ClaimReview") && !text.contains("interviewer"), "{text}");
        let quoted = report.attributions.iter().filter(|entry| entry.form.as_str() != "indirect").count();
        assert_eq!(json_ld["hasPart"].as_array().map_or(0, Vec::len), quoted);
    }
    let json_ld = value(&schema_org(&reports()[2]));
    let lead = &json_ld["hasPart"][0];
    assert_eq!(lead["@type"], "Quotation");
    assert_eq!(lead["text"], "The wall held for ninety years, It did not hold last night.");
    assert_eq!((&lead["creator"]["name"], &lead["creator"]["jobTitle"]), (&json!("Ada Quill"), &json!("Mayor")));
    assert_eq!(lead["recordedAt"]["name"], "Broadcast interview with Ines Falk");
    assert_eq!(lead["recordedAt"]["organizer"]["name"], "Courier Radio");
    let post =
        json_ld["mentions"].as_array().into_iter().flatten().find(|work| work["abstract"] == "nobody had been hurt");
    assert_eq!(post.map(|post| &post["isBasedOn"]["@type"]), Some(&json!("SocialMediaPosting")));
}

/// What the W3C Web Annotation model asks of a page of annotations with text quotes (its chapters 3, 4 and 5).
fn annotation_schema() -> Value {
    json!({
        "type": "object", "required": ["@context", "id", "type", "items"],
        "properties": {
            "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
            "id": {"type": "string"}, "type": {"const": "AnnotationPage"},
            "items": {"type": "array", "items": {
                "type": "object", "required": ["id", "type", "target"], "additionalProperties": false,
                "properties": {
                    "id": {"type": "string"}, "type": {"const": "Annotation"},
                    "motivation": {"enum": ["assessing", "bookmarking", "classifying", "commenting", "describing", "editing",
                        "highlighting", "identifying", "linking", "moderating", "questioning", "replying", "tagging"]},
                    "generator": {"type": "object", "required": ["id", "type", "name"], "properties": {"type": {"const": "Software"}}},
                    "body": {"type": "array", "minItems": 1, "items": {
                        "type": "object", "required": ["type", "value"], "additionalProperties": false,
                        "properties": {
                            "type": {"const": "TextualBody"}, "value": {"type": "string"}, "language": {"type": "string"},
                            "format": {"enum": ["text/plain", "application/json"]},
                            "purpose": {"enum": ["describing", "identifying", "tagging"]}
                        }
                    }},
                    "target": {"type": "object", "required": ["source", "selector"], "additionalProperties": false, "properties": {
                        "source": {"type": "string"},
                        "state": {"type": "object", "required": ["type", "sourceDate"], "properties": {"type": {"const": "TimeState"}}},
                        "selector": {"type": "array", "minItems": 2, "maxItems": 2,
                            "contains": {"required": ["exact", "prefix", "suffix"], "properties": {"type": {"const": "TextQuoteSelector"}}},
                            "items": {"anyOf": [
                                {"properties": {"type": {"const": "TextQuoteSelector"}}},
                                {"required": ["start", "end"], "properties": {"type": {"const": "TextPositionSelector"},
                                    "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0}}}
                            ]}}
                    }}
                }
            }}
        }
    })
}

#[test]
fn annotations_are_of_the_w3c_model() {
    let schema = annotation_schema();
    for report in reports() {
        let page = value(&annotations(&report));
        check(&schema, &schema, &page, "$").unwrap_or_else(|wrong| panic!("{wrong}"));
        assert_eq!(page["items"].as_array().map(Vec::len), Some(report.attributions.len()));
    }
}

/// What ninjs 3.1 asks of the parts that the export uses.
fn ninjs_schema() -> Value {
    let named = |roles: Value| {
        json!({"type": "array", "items": {"type": "object", "required": ["name"], "additionalProperties": false,
            "properties": {"name": {"type": "string"}, "rel": {"type": "string"}, "role": roles}}})
    };
    json!({
        "type": "object", "required": ["uri"], "additionalProperties": false,
        "properties": {
            "uri": {"type": "string"},
            "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "planning", "component", "event"]},
            "standard": {"type": "object", "properties": {"name": {"const": "ninjs"}, "version": {"const": "3.1"},
                "schema": {"pattern": "^https://www.iptc.org/std/ninjs/"}}},
            "language": {"type": "string"}, "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
            "headlines": {"type": "array", "items": {"type": "object", "required": ["value"]}},
            "bodies": {"type": "array", "items": {"type": "object", "required": ["value"], "additionalProperties": false,
                "properties": {"role": {"type": "string"}, "contentType": {"type": "string"}, "value": {"type": "string"}}}},
            "people": named(json!(false)), "organisations": named(json!(false)), "infoSources": named(json!({"type": "string"})),
            "associations": {"type": "array", "items": {"type": "object", "required": ["name", "uri"], "properties": {
                "type": {"const": "component"}, "rel": {"type": "string"},
                "renditions": {"type": "array", "items": {"type": "object", "required": ["href"], "properties": {
                    "name": {"type": "string"}, "href": {"type": "string"}, "contentType": {"type": "string"}}}}}}}
        }
    })
}

#[test]
fn ninjs_is_as_its_schema_says() {
    let schema = ninjs_schema();
    for report in reports() {
        let item = value(&ninjs(&report, ARTICLE));
        check(&schema, &schema, &item, "$").unwrap_or_else(|wrong| panic!("{wrong}"));
    }
    let item = value(&ninjs(&reports()[2], ARTICLE));
    let names = |key: &str, rel: &str| -> Vec<String> {
        let all = item[key].as_array().into_iter().flatten().filter(|it| it["rel"] == rel || it["role"] == rel);
        all.filter_map(|it| it["name"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!(names("people", "quoted"), ["Ada Quill"]);
    assert_eq!(names("people", "addressed"), ["Ines Falk"]);
    assert_eq!(names("organisations", "paraphrased"), ["Quay Times"]);
    assert!(names("infoSources", "originalReporter").contains(&"Quay Times".to_owned()));
    assert_eq!(
        item["associations"][0]["renditions"][0]["href"],
        "https://publisher.example/2024/wall/attributions.jsonld"
    );
}

#[test]
fn the_table_has_a_line_for_each_attribution() {
    let report = &reports()[2];
    let table = csv(report);
    assert_eq!(table.matches("\r\n").count(), report.attributions.len() + 1);
    assert!(table.starts_with("id,form,words,source,"));
    assert!(table.contains("lead,direct,\"The wall held for ninety years, It did not hold last night.\",Ada Quill,person_named,Mayor,Ines Falk,"));
    assert!(!table.contains("words that are gone"));
}

#[test]
fn what_is_withheld_is_in_no_export() {
    let mut report = inferred(ARTICLE);
    for entry in report.attributions.iter_mut().filter(|entry| entry.content.exact.starts_with("nobody")) {
        entry.status = whosaid::report::Status::Withheld;
    }
    for text in [value(&schema_org(&report)).to_string(), value(&annotations(&report)).to_string(), csv(&report)] {
        assert!(!text.contains("nobody had been hurt\"") && !text.contains(",nobody had been hurt,"), "{text}");
    }
    assert!(!value(&ninjs(&report, "")).to_string().contains("Ivo Brandt"));
}
