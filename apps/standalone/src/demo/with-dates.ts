const dayMs = 24 * 60 * 60 * 1000;

/** Dates of the demo region are relative, so that they never pass: `{{+45d}}` is 45 days from today. */
export const withDates = (text: string, today: Date): string =>
  text.replace(/\{\{([+-]\d{1,4})d\}\}/g, (_, days: string) =>
    new Date(today.getTime() + Number(days) * dayMs).toISOString().slice(0, 10),
  );
