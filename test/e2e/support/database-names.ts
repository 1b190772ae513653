/** One database for each service, and one for the queues. */
export const databaseNames = ['profile', 'vacancy', 'matching', 'gateway', 'queue'] as const;
