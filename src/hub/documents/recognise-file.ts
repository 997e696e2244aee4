// What kind of file bytes are, by their first bytes; a name or a header is only somebody's claim.
export type FileType = { readonly mediaType: string; readonly extension: string };

const signatures: readonly (readonly [prefix: readonly number[], FileType])[] = [
  [[0x25, 0x50, 0x44, 0x46, 0x2d], { mediaType: 'application/pdf', extension: 'pdf' }],
  [[0xff, 0xd8, 0xff], { mediaType: 'image/jpeg', extension: 'jpg' }],
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], { mediaType: 'image/png', extension: 'png' }],
  [[0x49, 0x49, 0x2a, 0x00], { mediaType: 'image/tiff', extension: 'tif' }],
  [[0x4d, 0x4d, 0x00, 0x2a], { mediaType: 'image/tiff', extension: 'tif' }],
];

export function recogniseFile(bytes: Uint8Array): FileType | undefined {
  const found = signatures.find(([prefix]) => prefix.every((byte, i) => bytes[i] === byte));
  return found?.[1] ?? (isOfd(bytes) ? { mediaType: 'application/ofd', extension: 'ofd' } : undefined);
}

/** OFD (GB/T 33190) is a ZIP that holds `OFD.xml`; other ZIPs may be anything and are not taken. */
function isOfd(bytes: Uint8Array): boolean {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
  return isZip && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('OFD.xml');
}
