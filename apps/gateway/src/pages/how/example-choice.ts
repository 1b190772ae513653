import { exampleHomes, exampleLicences, exampleYears, type ExampleChoice } from './worked-example.js';

const oneOf = <Value extends string | number>(values: readonly Value[], asked: unknown, usual: Value): Value =>
  values.find((value) => String(value) === asked) ?? usual;

/** What an address chooses of the example; what it cannot choose is as usual. */
export const exampleChoiceOf = (query: Readonly<Record<string, unknown>>): ExampleChoice => ({
  years: oneOf(exampleYears, query['years'], 2),
  licence: oneOf(exampleLicences, query['licence'], 'unsaid'),
  home: oneOf(exampleHomes, query['home'], '2582'),
});
