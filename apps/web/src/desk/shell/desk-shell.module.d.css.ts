declare const classes: {
  readonly app: string;
  readonly band: string;
  readonly beyond: string;
  readonly brand: string;
  readonly foot: string;
  readonly group: string;
  readonly groupName: string;
  readonly item: string;
  readonly main: string;
  readonly moreItem: string;
  readonly nav: string;
  readonly places: string;
  readonly slot: string;
  readonly space: string;
  readonly top: string;
  readonly trail: string;
};
export default classes;
