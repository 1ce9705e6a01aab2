//! MTA archives with any payload, stored without compression.

const MANIFEST: &str = "Manifest-Version: 1.0\r\n\r\nName: shop/data.bin\r\nMTA-Module: shop\r\n\
    Content-Type: application/octet-stream\r\n\r\n";
const DESCRIPTOR: &str = "_schema-version: \"3.1\"\nID: shop\nversion: 1.0.0\nmodules:\n  \
    - name: shop\n    type: html5\n    path: shop/data.bin\n";

/// An archive that the check at a node accepts.
pub(crate) fn mtar(payload: &[u8]) -> Vec<u8> {
    zip(&[
        ("META-INF/MANIFEST.MF", MANIFEST.as_bytes()),
        ("META-INF/mtad.yaml", DESCRIPTOR.as_bytes()),
        ("shop/data.bin", payload),
    ])
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, data) in files {
        let start = out.len();
        let mut sums = Vec::new();
        put(&mut sums, &[(20, 2), (0, 2), (0, 2), (0, 4), (crc32(data), 4)]);
        put(&mut sums, &[(data.len(), 4), (data.len(), 4), (name.len(), 2), (0, 2)]);
        put(&mut out, &[(0x0403_4b50, 4)]);
        out.extend([&sums, name.as_bytes(), data].concat());
        put(&mut directory, &[(0x0201_4b50, 4), (20, 2)]);
        directory.extend_from_slice(&sums);
        put(&mut directory, &[(0, 2), (0, 2), (0, 2), (0, 4), (start, 4)]);
        directory.extend_from_slice(name.as_bytes());
    }
    let start = out.len();
    out.extend_from_slice(&directory);
    put(&mut out, &[(0x0605_4b50, 4), (0, 4), (files.len(), 2), (files.len(), 2)]);
    put(&mut out, &[(directory.len(), 4), (start, 4), (0, 2)]);
    out
}

fn put(out: &mut Vec<u8>, fields: &[(usize, usize)]) {
    fields.iter().for_each(|(value, width)| out.extend_from_slice(&value.to_le_bytes()[..*width]));
}

fn crc32(bytes: &[u8]) -> usize {
    let sum = !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    });
    sum as usize
}
