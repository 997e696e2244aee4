// The body of a signed request is read through its own Content-Digest, which the signature covers: other bytes are refused when the last
// one has come, before anything is done with them (RFC 9530; ASVS 4.1.5).
import { Transform } from 'node:stream';
import type { RequestPayload } from 'fastify';
import { refuse } from './refusals.ts';
import { startDigest } from './signed-request.ts';

export function throughDigest(payload: RequestPayload, header: string): RequestPayload {
  const digest = startDigest(header);
  if (!digest) throw refuse('SIGNATURE_NOT_ACCEPTED', { reasonZh: 'Content-Digest', reasonEn: 'Content-Digest' });
  let length = 0;
  const through = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      digest.update(chunk);
      length += chunk.length;
      done(null, chunk);
    },
    flush: (done) => {
      if (digest.fits()) return done();
      done(
        refuse('SIGNATURE_NOT_ACCEPTED', {
          reasonZh: '内容与 Content-Digest 不符',
          reasonEn: 'the body does not fit its Content-Digest',
        }),
      );
    },
  });
  payload.on('error', (error) => through.destroy(error));
  payload.pipe(through);
  // Fastify compares this with Content-Length.
  return Object.defineProperty(through, 'receivedEncodedLength', { get: () => length }) as RequestPayload;
}
