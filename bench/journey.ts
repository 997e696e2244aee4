// `npm run bench -- journey`: a rail import of two containers from submit to its two releases, with the simulators as partners. Rate,
// latency, fsynced commits and the rest of what `exchange.ts` measures, for this case.
process.env.BENCH_CASE = 'rail';
await import('./exchange.ts');
