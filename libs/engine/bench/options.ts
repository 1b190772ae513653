import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    profiles: { type: 'string', default: '100000' },
    vacancies: { type: 'string', default: '20000' },
    questions: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '15' },
    /** Peers to measure against, by name; `all` for those below. */
    peers: { type: 'string', default: '' },
    postgres: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
    /** Parts to run. */
    only: { type: 'string', default: 'speed,growth,churn,bulk,snapshot' },
    json: { type: 'string' },
    plot: { type: 'string' },
  },
});

const whole = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`--${name} ${text} is no number of things`);
  return number;
};

export const options = {
  profiles: whole('profiles', values.profiles),
  vacancies: whole('vacancies', values.vacancies),
  questions: whole('questions', values.questions),
  rounds: whole('rounds', values.rounds),
  peers: values.peers.split(',').filter(Boolean),
  postgres: values.postgres,
  only: new Set(values.only.split(',')),
  json: values.json,
  plot: values.plot,
};
