// The statements of the PostgreSQL bus; it has no table.
import type { Client, Pool } from 'pg';

const TOPIC = 'portico_wake';
export const notify = (pool: Pool, text: string) => pool.query('select pg_notify($1, $2)', [TOPIC, text]);
export const listenTo = (client: Client) => client.query(`listen ${TOPIC}`);
