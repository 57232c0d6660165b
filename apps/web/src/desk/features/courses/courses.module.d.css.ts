declare const classes: {
  readonly bar: string;
  readonly block: string;
  readonly head: string;
};
export default classes;
