declare const classes: {
  readonly bar: string;
  readonly in: string;
  readonly note: string;
  readonly page: string;
};
export default classes;
