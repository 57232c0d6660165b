declare const classes: {
  readonly later: string;
  readonly lines: string;
  readonly number: string;
  readonly passage: string;
};
export default classes;
