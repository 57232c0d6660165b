declare const classes: {
  readonly bar: string;
  readonly block: string;
  readonly gone: string;
  readonly head: string;
  readonly line: string;
  readonly now: string;
  readonly past: string;
  readonly square: string;
};
export default classes;
