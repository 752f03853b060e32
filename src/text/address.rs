//! Addresses of the web, read strictly: what is shown as a link can lead nowhere else.

/// Longest address in bytes; browsers and servers take no longer ones reliably.
const LONGEST: usize = 4096;

/// Whether this is an absolute `http` or `https` address that every reader takes for the same one.
///
/// Stricter than browsers, which pass over tabs, line ends and a wrong slash: an address with white space, a control or
/// direction character, a backslash, a quotation mark or an angle bracket is none, nor is one with a name or password
/// before its host. The host is a name of letters, digits and hyphens, in most scripts, or four decimal numbers.
pub fn is_web(address: &str) -> bool {
    let Some(rest) = after_scheme(address) else { return false };
    let (authority, _) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    address.len() <= LONGEST && !address.contains(is_refused) && is_authority(authority)
}

fn after_scheme(address: &str) -> Option<&str> {
    ["https://", "http://"].into_iter().find_map(|scheme| {
        let head = address.get(..scheme.len())?;
        if head.eq_ignore_ascii_case(scheme) { address.get(scheme.len()..) } else { None }
    })
}

/// Characters that hide or change where an address leads.
fn is_refused(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\\' | '"' | '<' | '>' | '`' | '^' | '{' | '}' | '|')
        // Soft hyphen, zero-width and direction characters, tags, fillers.
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

fn is_authority(authority: &str) -> bool {
    let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
    is_port(port) && is_host(host.strip_suffix('.').unwrap_or(host))
}

fn is_port(port: &str) -> bool {
    port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

fn is_host(host: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty() && !part.starts_with('-') && !part.ends_with('-') && part.chars().all(is_host_letter)
    };
    // A last part that begins with a digit makes browsers read the whole as an IPv4 address, in octal, or in one number.
    let last = host.rsplit('.').next().unwrap_or("");
    let is_number = last.starts_with(|c: char| c.is_ascii_digit());
    host.len() <= 253 && host.split('.').all(is_part) && (!is_number || is_ipv4(host))
}

/// ASCII letters and digits, and the letters of other scripts that browsers do not turn into something else: a full-width
/// dot or a circled number would make another host of it.
fn is_host_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '-' | '_' | '\u{df}'..='\u{24f}' | '\u{370}'..='\u{5ff}' | '\u{620}'..='\u{6ff}'
            | '\u{900}'..='\u{dff}' | '\u{3041}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn is_ipv4(host: &str) -> bool {
    let is_octet = |part: &str| {
        part.len() <= 3
            && (part == "0" || !part.starts_with('0'))
            && part.bytes().all(|byte| byte.is_ascii_digit())
            && part.parse::<u8>().is_ok()
    };
    host.split('.').count() == 4 && host.split('.').all(is_octet)
}

#[cfg(test)]
mod tests {
    use super::is_web;

    #[test]
    fn addresses_of_the_web() {
        for address in [
            "https://courier.example",
            "HTTP://www.courier.example/a/b?c=d&e#f",
            "https://courier.example:8443/",
            "https://courier.example./",
            "https://käse.example/größe?ä",
            "https://xn--kse-qla.example/",
            "http://192.0.2.7/a",
            "https://a_b.courier.example/~x/%20/(y);z=1,2@3:4",
        ] {
            assert!(is_web(address), "{address:?}");
        }
    }

    #[test]
    fn nothing_else_is_one_in_whatever_disguise() {
        for address in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "javascript://courier.example/%0aalert(1)",
            "javascript&colon;alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:msgbox(1)",
            "blob:https://courier.example/x",
            "view-source:https://courier.example",
            "file:///etc/passwd",
            "ftp://courier.example",
            "//courier.example",
            "/a",
            "courier.example",
            "https:courier.example",
            "https:/courier.example",
            "https:\\\\courier.example",
            "https://",
            "https:///a",
            "https://?a",
            "https://courier.example@other.example",
            "https://courier.example:pass@other.example/",
            "https://courier.example\\@other.example",
            "https://courier.example%40other.example",
            "https://cou\trier.example",
            "https://courier.example/a b",
            "https://courier.example/a\u{202e}b",
            "https://courier.example/\u{200b}",
            "https://cou\u{ad}rier.example",
            "https://courier\u{ff0e}example/",
            "https://courier\u{2488}example/",
            "https://courier.example:99999/",
            "https://courier.example:8a/",
            "https://courier..example/",
            "https://-courier.example/",
            "https://0x7f.1/",
            "https://127.1/",
            "https://017700000001/",
            "https://2130706433/",
            "https://256.0.0.1/",
            "https://[::1]/",
            "https://a.example/\"onclick=alert(1)",
            "https://a.example/<script>",
            "\u{feff}https://a.example/",
            "ｈttps://a.example/",
            "httpſ://a.example/",
        ] {
            assert!(!is_web(address), "{address:?}");
        }
    }
}
