interface ErrorFields {
  name?: string;
  message?: string;
  code?: string;
  table?: string;
  constraint?: string;
  driverError?: ErrorFields;
  errors?: ErrorFields[];
}

const sqlState = /^[0-9A-Z]{5}$/;
const connectionCode = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|08|57P0|53300)/;
const connectionMessage =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

const fieldsOf = (error: unknown): ErrorFields => {
  const fields = (typeof error === 'object' && error !== null ? error : { message: String(error) }) as ErrorFields;
  return fields.driverError ?? fields;
};

/** One line for logs and queues: a database's message can quote a person's data, so its code and names stand for it. */
export function describeError(error: unknown): string {
  const { name, message, code, table, constraint, errors } = fieldsOf(error);
  if (code && sqlState.test(code)) return ['database error', code, table, constraint].filter(Boolean).join(' ');
  const text = message || errors?.map((one) => one.message).join('; ') || code || 'unknown error';
  return name && name !== 'Error' ? `${name}: ${text}` : text;
}

/** Whether the service's database could not be reached: nobody's fault, so it must not use up an event's attempts. */
export function isDatabaseOutage(error: unknown): boolean {
  const { code, message, errors } = fieldsOf(error);
  return (
    connectionCode.test(code ?? '') ||
    connectionMessage.test(message ?? '') ||
    (errors?.some((one) => connectionCode.test(one.code ?? '')) ?? false)
  );
}
