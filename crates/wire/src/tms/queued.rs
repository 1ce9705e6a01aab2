//! A request in a queue, written by hand: a page has hundreds, and most of each is only passed on.

use super::RequestEntry;

/// What [`TransportRequest`](super::TransportRequest) says, where it lies.
#[derive(Debug, Clone, Copy)]
pub struct QueuedRequest<'a> {
    /// The request.
    pub id: i64,
    /// In this queue.
    pub status: &'a str,
    /// Its place in this queue.
    pub position: i64,
    /// When it was made.
    pub created_at: &'a str,
    /// When it came into this queue.
    pub queued_at: &'a str,
    /// Technical.
    pub created_by: &'a str,
    /// For people.
    pub created_by_named_user: &'a str,
    /// What it is for.
    pub description: &'a str,
    /// Name of the node where it entered the landscape.
    pub origin: &'a str,
    /// Made by [`entries`].
    pub entries: &'a str,
}

/// A request's entries as lists show them, a JSON array: written once, when the request is made.
#[must_use]
pub fn entries<'e>(entries: impl Iterator<Item = RequestEntry<'e>>) -> String {
    let entries: Vec<RequestEntry<'e>> = entries.collect();
    serde_json::to_string(&entries).unwrap_or_else(|_| "[]".to_owned())
}

impl QueuedRequest<'_> {
    /// Adds it to a text, as serde would write it.
    pub fn write(&self, text: &mut Vec<u8>) {
        number(text, b"{\"id\":", self.id);
        string(text, b",\"status\":", self.status);
        number(text, b",\"archived\":false,\"position\":", self.position);
        string(text, b",\"createdAt\":", self.created_at);
        string(text, b",\"queuedAt\":", self.queued_at);
        string(text, b",\"createdBy\":", self.created_by);
        string(text, b",\"createdByNamedUser\":", self.created_by_named_user);
        string(text, b",\"description\":", self.description);
        string(text, b",\"origin\":", self.origin);
        text.extend_from_slice(b",\"entries\":");
        text.extend_from_slice(self.entries.as_bytes());
        text.push(b'}');
    }
}

fn number(text: &mut Vec<u8>, name: &[u8], number: i64) {
    text.extend_from_slice(name);
    // Writing a number into memory cannot fail.
    let _ = serde_json::to_writer(text, &number);
}

fn string(text: &mut Vec<u8>, name: &[u8], string: &str) {
    text.extend_from_slice(name);
    if is_plain(string) {
        text.push(b'"');
        text.extend_from_slice(string.as_bytes());
        text.push(b'"');
    } else {
        let _ = serde_json::to_writer(text, string);
    }
}

/// Whether it is itself in JSON. Without an early end, so that many bytes are looked at together.
fn is_plain(string: &str) -> bool {
    !string.bytes().fold(false, |special, byte| special | (byte < b' ') | (byte == b'"') | (byte == b'\\'))
}

#[cfg(test)]
mod tests {
    use super::super::TransportRequest;
    use super::*;

    fn written(text: &str) -> (String, String) {
        let entry =
            || RequestEntry { id: 7, storage_type: "FILE".into(), content_type: "MTA".into(), uri: text.into() };
        let same = TransportRequest {
            id: i64::MIN,
            status: "initial".into(),
            archived: false,
            position: 12,
            created_at: "2026-05-04T08:15:30.120Z".into(),
            queued_at: "2026-05-04T08:15:31.000Z".into(),
            created_by: text.into(),
            created_by_named_user: text.into(),
            description: text.into(),
            origin: text.into(),
            entries: vec![entry(), entry()],
        };
        let entries = entries([entry(), entry()].into_iter());
        let by_hand = QueuedRequest {
            id: same.id,
            status: &same.status,
            position: same.position,
            created_at: &same.created_at,
            queued_at: &same.queued_at,
            created_by: text,
            created_by_named_user: text,
            description: text,
            origin: text,
            entries: &entries,
        };
        let mut bytes = Vec::new();
        by_hand.write(&mut bytes);
        (String::from_utf8(bytes).unwrap(), serde_json::to_string(&same).unwrap())
    }

    #[test]
    fn by_hand_it_is_what_serde_writes() {
        for text in
            ["", "shop 4.1.0", "\"quoted\"", "back\\slash", "a\u{0}b\u{1f}c\u{7f}", "Grüße, 漢字 \u{1F600}", "\r\n\t/"]
        {
            let (by_hand, by_serde) = written(text);
            assert_eq!(by_hand, by_serde);
        }
    }
}
