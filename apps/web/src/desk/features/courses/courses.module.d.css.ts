declare const classes: {
  readonly bar: string;
  readonly block: string;
  readonly happened: string;
  readonly head: string;
  readonly history: string;
  readonly tabs: string;
  readonly ways: string;
};
export default classes;
