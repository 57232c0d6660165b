declare const classes: {
  readonly facts: string;
  readonly seat: string;
};
export default classes;
