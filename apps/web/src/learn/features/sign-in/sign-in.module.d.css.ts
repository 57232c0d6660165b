declare const classes: {
  readonly after: string;
  readonly bar: string;
  readonly claims: string;
  readonly form: string;
  readonly in: string;
  readonly links: string;
  readonly page: string;
  readonly say: string;
  readonly sub: string;
};
export default classes;
