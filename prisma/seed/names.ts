// Names that belong to nobody: surnames are made up of parts of made-up places.

export const forenames = {
  male: "Aaron Adil Alfie Amir Ben Callum Daniel Dylan Eddie Faisal Finn George Hamza Harvey Idris Jack Jamal Joel Kai Kieran Leo Liam Luca Marek Mason Mohammed Nathan Noah Omar Oskar Patrick Reece Ruben Samir Stefan Tariq Theo Tyler Yusuf Zac".split(
    " ",
  ),
  female:
    "Aisha Amelia Beth Chloe Daisy Elena Ella Farah Grace Hana Holly Imogen Jade Kasia Layla Lena Maya Megan Nadia Niamh Olivia Poppy Ruby Safiya Sophie Tilly Yasmin Zara".split(
      " ",
    ),
};

const beginnings =
  "Alder Amber Barrow Bracken Calder Carrow Dun Elder Fallow Garrow Hazel Inkle Jarrow Kestrel Larrow Marl Nether Oster Pember Quill Raven Sallow Thistle Umber Venn Wether Yarrow Zennor".split(
    " ",
  );
const endings =
  "beck bourne combe croft dale fell ford garth hurst leigh mere moor ridge shaw stead thorpe wick wold".split(
    " ",
  );

export const surnames: readonly string[] = beginnings.flatMap((beginning) =>
  endings.map((ending) => `${beginning}${ending}`),
);

export const schools = [
  "Oakfield Academy",
  "Northbridge College",
  "Millrace High School",
  "Saint Osyth's School",
  "Quayside Sixth Form",
  "The Larches Alternative Provision",
];

export const employers = [
  "Northbridge Docks",
  "Fennel and Rye Bakery",
  "Cobb's Warehouse",
  "Wyvern Buses",
  "Between jobs",
];
