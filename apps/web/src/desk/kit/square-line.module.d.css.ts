declare const classes: {
  readonly gone: string;
  readonly isNow: string;
  readonly line: string;
  readonly now: string;
  readonly past: string;
  readonly square: string;
};
export default classes;
