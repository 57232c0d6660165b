declare const classes: {
  readonly isOpen: string;
  readonly receipt: string;
  readonly stop: string;
  readonly wire: string;
};
export default classes;
