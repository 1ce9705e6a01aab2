// A small MTA archive: one module with a payload, stored without compression.

import { crc32 } from 'node:zlib';

const MANIFEST = 'Manifest-Version: 1.0\r\n\r\nName: shop/data.txt\r\nMTA-Module: shop\r\nContent-Type: text/plain\r\n\r\n';

const descriptor = (version) =>
  `_schema-version: "3.1"\nID: shop\nversion: ${version}\nmodules:\n  - name: shop\n    type: html5\n    path: shop/data.txt\n`;

export function mtar(payload, version = '1.0.0') {
  return zip([['META-INF/MANIFEST.MF', MANIFEST], ['META-INF/mtad.yaml', descriptor(version)], ['shop/data.txt', payload]]);
}

function zip(files) {
  const local = [];
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const sums = [u32(crc32(data)), u32(data.length), u32(data.length), u16(path.length), u16(0)];
    const head = [u16(20), u16(0), u16(0), u32(0)];
    const entry = Buffer.concat([u32(0x04034b50), ...head, ...sums, path, data]);
    central.push(u32(0x02014b50), u16(20), ...head, ...sums, u16(0), u16(0), u16(0), u32(0), u32(offset), path);
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = [u32(0x06054b50), u32(0), u16(files.length), u16(files.length), u32(directory.length), u32(offset), u16(0)];
  return Buffer.concat([...local, directory, ...end]);
}

function u16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
