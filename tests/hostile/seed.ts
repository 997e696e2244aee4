// With every change the same documents, so that a change is judged by what it does; others by hand (`FUZZ_SEED`, `npm run fuzz`).
export const seed = Number(process.env.FUZZ_SEED ?? 20261126);
