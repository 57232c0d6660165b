declare const classes: {
  readonly topics: string;
};
export default classes;
