// The resources of an ocean carrier's APIs for demo and tests (N11; DCSA Booking 2.0, eBL 3.0): which method goes to which path, what a path
// names, and the error body where there is none.
import type { DocumentDefinition, SimulatorReaction, SimulatorWorld } from '../../hub/mapping/contract.ts';
import type { Call } from '../../kernel/call.ts';
import { bookings } from './booking.ts';
import { shippingInstructions } from './shipping-instructions.ts';

const resources: readonly DocumentDefinition[] = [...bookings, shippingInstructions];
type Asked = { readonly kind: string; readonly call?: Call };
type Memory = ReadonlyMap<string, string>;

export const remember = (memory: Map<string, string>, numbers: readonly string[], reference: string): void => {
  for (const number of numbers) memory.set(`space ${number}`, reference);
};
/** A test system knows what is numbered by a script (certification): it was never asked for the booking itself. */
const isScripted = (number: string): boolean => /^[A-Z]+-/.test(number);
/** The reference of the case that was booked for under that number. */
export const referenceOfCall = ({ call }: Asked, memory?: Memory): string => {
  const number = call?.path.at(-1) ?? '';
  return memory?.get(`space ${number}`) ?? number;
};

/** What is asked of no resource there, by another method, or of a booking nobody made. */
export function findApiFault(asked: Asked, { memory, now }: SimulatorWorld): SimulatorReaction | undefined {
  const resource = resources.find(({ id }) => id === asked.kind);
  const calls = [resource?.call, resource?.amends].filter((one) => one !== undefined);
  if (calls.length === 0) return undefined;
  const { method = 'POST', path = [] } = asked.call ?? {};
  const there = calls.filter(
    (one) =>
      path.length === one.path.length && one.path.every((step, i) => typeof step !== 'string' || step === path[i]),
  );
  const say = (status: number, text: string, property?: string) =>
    refuse({ method, uri: `/${path.join('/')}`, status, text, now, ...(property ? { property } : {}) });
  if (there.length === 0) return say(404, 'Not Found');
  if (!there.some((one) => one.method === method)) return say(405, 'Method Not Allowed');
  const number = path.at(-1) ?? '';
  if (method !== 'POST' && !memory.has(`space ${number}`) && !isScripted(number))
    return say(404, 'Not Found', 'reference');
  return undefined;
}

function refuse(said: {
  readonly method: string;
  readonly uri: string;
  readonly status: number;
  readonly text: string;
  readonly now: string;
  readonly property?: string;
}): SimulatorReaction {
  const { method, uri, status, text, now, property } = said;
  return {
    status,
    answer: jsonAnswer({
      httpMethod: method,
      requestUri: uri,
      statusCode: status,
      statusCodeText: text,
      errorDateTime: now,
      errors: [
        {
          ...(property ? { property } : {}),
          errorCodeText: text,
          errorCodeMessage: property ? 'nothing has that reference here' : 'no such resource here',
        },
      ],
    }),
    later: [],
  };
}
/** What comes on the connection itself. */
export const jsonAnswer = (body: unknown) => ({
  bytes: Buffer.from(JSON.stringify(body)),
  contentType: 'application/json',
});
