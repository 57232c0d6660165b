declare const classes: {
  readonly items: string;
  readonly label: string;
  readonly title: string;
};
export default classes;
