//! What links between files say.

use crate::vi::text;

/// The file that a link names, without its folders and its `%` escapes (RFC 3986, 2.1).
pub(crate) fn file_name(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escaped = after.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).map_or_else(|_| name.to_owned(), |name| text::clean(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn linked_files_are_named_as_people_know_them() {
        for (target, name) in [
            ("file:///C:\\so%20li%E1%BB%87u.xlsx", "so liệu.xlsx"),
            ("../100%.xlsx", "100%.xlsx"),
            ("a%E1.xlsx", "a%E1.xlsx"),
        ] {
            assert_eq!(file_name(target), name);
        }
    }
}
