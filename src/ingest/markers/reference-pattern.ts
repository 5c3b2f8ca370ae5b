/**
 * What follows （一） where it refers to an item and does not begin one: （一）项所列, （二）目、, （一）和（二）, but not
 * （一）项目建设 or （一）目的.
 */
export const REFERENCE_AFTER =
  "(?:[项款](?=[、，。；所规的和至或及中以第]|$)|目(?=[、，。；所规和至或及中以第]|$)|[、和至或]\\s*[（(第])";
