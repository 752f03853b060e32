//! Ranges as the JSON has them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A half-open range of Unicode scalar values in the article's text, `[start, end]` in the JSON.
///
/// The engine works in bytes ([`crate::text::Span`]) and the page in UTF-16 units; a report holds neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Extent {
    /// First scalar value.
    pub start: usize,
    /// One past the last scalar value.
    pub end: usize,
}

impl Extent {
    /// A range from `start` to `end`; an inverted pair gives an empty range at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Whether nothing lies in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

impl Serialize for Extent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.start, self.end).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = <(usize, usize)>::deserialize(deserializer)?;
        if start > end {
            return Err(serde::de::Error::custom(format_args!("a range ends ({end}) before it starts ({start})")));
        }
        Ok(Self { start, end })
    }
}

/// `at`: the words a field was read from; `[start, end]`, or `[]` where no words say it.
pub(super) mod at {
    use super::{Deserialize, Deserializer, Extent, Serialize, Serializer};

    pub fn serialize<S: Serializer>(at: &Option<Extent>, serializer: S) -> Result<S::Ok, S::Error> {
        match at {
            Some(extent) => extent.serialize(serializer),
            None => <[usize; 0]>::serialize(&[], serializer),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Extent>, D::Error> {
        use serde::de::Error;
        let ends = <Option<Vec<usize>>>::deserialize(deserializer)?.unwrap_or_default();
        match ends[..] {
            [] => Ok(None),
            [start, end] if start <= end => Ok(Some(Extent { start, end })),
            _ => Err(Error::custom("`at` is [start, end] with start no greater than end, or []")),
        }
    }
}

/// The schema of a range that may be absent.
#[cfg(feature = "cli")]
pub(super) struct At;

#[cfg(feature = "cli")]
impl schemars::JsonSchema for At {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "At".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The words a field was read from: [start, end] in Unicode scalar values, or [] where no words say it.",
            "type": "array", "items": { "type": "integer", "minimum": 0 },
            "anyOf": [{ "maxItems": 0 }, { "minItems": 2, "maxItems": 2 }]
        })
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Extent {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Extent".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A half-open range of Unicode scalar values in the article's text: [start, end].",
            "type": "array", "items": { "type": "integer", "minimum": 0 }, "minItems": 2, "maxItems": 2
        })
    }
}
