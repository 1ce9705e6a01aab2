//! Little-endian fields of zip records.

/// Reads a record field by field; `None` means that the record ends too early.
pub(super) struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Fields { rest: bytes }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        self.take(count).map(drop)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    pub(super) fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }
}

/// Size, compressed size and header offset, each taken from the zip64 extra field where the short field is all ones.
pub(super) fn zip64_sizes(extra: &[u8], short: [u32; 3]) -> Option<[u64; 3]> {
    let mut sizes = short.map(u64::from);
    if !short.contains(&u32::MAX) {
        return Some(sizes);
    }
    let mut fields = Fields::new(extra);
    while !fields.is_empty() {
        let (id, length) = (fields.u16()?, fields.u16()?);
        let body = fields.take(usize::from(length))?;
        if id != 1 {
            continue;
        }
        let mut body = Fields::new(body);
        for size in sizes.iter_mut().filter(|size| **size == u64::from(u32::MAX)) {
            *size = body.u64()?;
        }
        return Some(sizes);
    }
    // Without the extra field the ones are just a very large number.
    Some(sizes)
}
