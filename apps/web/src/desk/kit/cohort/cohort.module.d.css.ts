declare const classes: {
  readonly notice: string;
  readonly tabs: string;
};
export default classes;
