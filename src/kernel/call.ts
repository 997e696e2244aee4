// A document that a public standard gives a method and a path of its own (DCSA: PUT /v2/bookings/{reference}). The path is steps under the channel's
// address, never text that is parsed: a reference that a partner once told may fill a step and reaches no other host, folder or query by it.
export type Call = { readonly method: 'POST' | 'PUT' | 'PATCH'; readonly path: readonly string[] };
