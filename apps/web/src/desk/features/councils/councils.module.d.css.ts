declare const classes: {
  readonly seat: string;
};
export default classes;
