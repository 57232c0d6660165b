declare const classes: {
  readonly scroll: string;
  readonly shares: string;
};
export default classes;
