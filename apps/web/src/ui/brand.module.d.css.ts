declare const classes: {
  readonly book: string;
  readonly brand: string;
  readonly lines: string;
  readonly margin: string;
};
export default classes;
