declare const classes: {
  readonly bar: string;
  readonly bars: string;
  readonly failed: string;
  readonly isDone: string;
  readonly isNow: string;
  readonly segs: string;
  readonly slim: string;
  readonly tall: string;
  readonly track: string;
};
export default classes;
