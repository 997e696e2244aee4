// A photo of the phone's camera becomes small enough for a weak network, here; drawing it anew also leaves behind what the camera wrote into
// it (place, device).
import type { Photo } from './field-store.ts';

const LONG_SIDE = 1600;
const THUMB_SIDE = 160;
const QUALITY = 0.8;

export async function shrinkPhoto(entryKey: string, file: Blob): Promise<Photo> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  try {
    const whole = drawn(picture, LONG_SIDE);
    const blob = await new Promise<Blob | null>((resolve) => whole.toBlob(resolve, 'image/jpeg', QUALITY));
    if (!blob) throw new Error('JPEG');
    const bytes = await blob.arrayBuffer();
    const digest = hex(await crypto.subtle.digest('SHA-256', bytes));
    const thumb = drawn(picture, THUMB_SIDE).toDataURL('image/jpeg', QUALITY);
    return { key: `${entryKey} ${digest}`, digest, bytes, thumb, sendKey: crypto.randomUUID(), sent: false };
  } finally {
    picture.close();
  }
}
function drawn(picture: ImageBitmap, longSide: number): HTMLCanvasElement {
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
