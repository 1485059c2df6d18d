/**
 * The house: one room per capability of src/, imports run only downward, rooms on one floor never import one another.
 * The floor checker, the coverage thresholds and CONTRIBUTING.md all stand on this table. A new room is one word here.
 */
export const floors = [
  { floor: 0, rooms: ['outcome'] },
  { floor: 1, rooms: ['value', 'limits'] },
  { floor: 2, rooms: ['address', 'contact', 'timeline'] },
  { floor: 3, rooms: ['customer'] },
  { floor: 4, rooms: ['policy'] },
  { floor: 5, rooms: ['plan', 'segment'] },
  { floor: 6, rooms: ['profile', 'merge', 'privacy', 'messaging'] },
  { floor: 7, rooms: ['deletion', 'transfer', 'duplicates'] },
  { floor: 8, rooms: ['bulk'] },
  { floor: 9, rooms: ['repository'] },
  // the suite stands on the port, and knows no adapter
  { floor: 9.5, rooms: ['repository/memory', 'repository/contract'] },
  // carries out each commit on a small memory store of what it has locked, so that both stores keep the same rules
  { floor: 9.7, rooms: ['repository/postgres'] },
  { floor: 10, rooms: ['service'] },
  { floor: 11, rooms: ['index.ts', 'command'] },
]

/** Rooms beside the house: they may look into any room, few may look into them. */
export const sideRooms = [
  {
    room: 'messages',
    importedBy: ['command'],
    typesOnly: true,
    reason:
      'texts are loaded by whom they serve, so that the rules weigh nothing for a host with texts of its own',
  },
  {
    room: 'testing',
    importedBy: ['repository/contract'],
    typesOnly: false,
    reason: 'builders and arbitraries are for tests and must never reach what a shop runs',
  },
]

const rooms = [
  ...floors.flatMap(({ floor, rooms: names }) => names.map((room) => ({ room, floor }))),
  ...sideRooms.map(({ room }) => ({ room, floor: null })),
].toSorted((one, other) => other.room.length - one.room.length)

/** The room and floor of a file, given relative to src/; the longest name wins. `undefined` where no room is known. */
export const roomOf = (file) => rooms.find(({ room }) => file === room || file.startsWith(`${room}/`))

/** Globs, relative to the project, of the rooms on the floors from `from` to `to`. */
export const globsOfFloors = (from, to) =>
  floors
    .filter(({ floor }) => floor >= from && floor <= to)
    .flatMap(({ rooms: names }) =>
      names.map((room) => (room.endsWith('.ts') ? `src/${room}` : `src/${room}/**`)),
    )
