/// Changes that leave JSON behind, but not the JSON that was promised: something is missing, comes twice, is of another
/// kind, has another name, or is far too large.
struct TreeMutation: Sendable {
  /// Members' names that the product knows, and documents to take parts from.
  let names: [[UInt8]]
  let donors: [Tree]

  func mutate(_ tree: inout Tree, _ chance: inout Chance) {
    switch tree {
    case .written, .text:
      change(&tree, &chance)
    case .list(var elements):
      if elements.isEmpty || chance.once(in: 6) { return change(&tree, &chance) }
      if chance.once(in: 4) {
        rearrange(&elements, &chance)
      } else {
        mutate(&elements[chance.below(elements.count)], &chance)
      }
      tree = .list(elements)
    case .object(var members):
      if members.isEmpty || chance.once(in: 8) { return change(&tree, &chance) }
      if chance.once(in: 4) {
        rearrange(&members, &chance)
      } else {
        mutate(&members[chance.below(members.count)].value, &chance)
      }
      tree = .object(members)
    }
  }

  /// The whole of a value.
  private func change(_ tree: inout Tree, _ chance: inout Chance) {
    switch chance.below(8) {
    case 0: tree = .text(Oddities.text(&chance))
    case 1: tree = .written(Oddities.number(&chance))
    case 2: tree = .written(chance.one(of: Oddities.literals))
    case 3: tree = chance.one(of: donors)
    case 4: tree = wrapped(tree, levels: chance.mostlySmall(upTo: 200), &chance)
    case 5: tree = .list([tree])
    case 6: tree = .object([Tree.Member(name: chance.one(of: names), value: tree)])
    default: alter(&tree, &chance)
    }
  }

  /// Keeps the kind of a leaf, changes what it says.
  private func alter(_ tree: inout Tree, _ chance: inout Chance) {
    switch tree {
    case .written: tree = .written(Oddities.number(&chance))
    case .text(let letters): tree = .text(Oddities.spoiled(letters, &chance))
    case .list: tree = .list([])
    case .object: tree = .object([])
    }
  }

  private func wrapped(_ tree: Tree, levels: Int, _ chance: inout Chance) -> Tree {
    let name = chance.one(of: names)
    let asLists = chance.once(in: 2)
    return (0..<levels).reduce(tree) { inner, _ in
      asLists ? .list([inner]) : .object([Tree.Member(name: name, value: inner)])
    }
  }

  private func rearrange(_ elements: inout [Tree], _ chance: inout Chance) {
    let place = chance.below(elements.count)
    switch chance.below(5) {
    case 0: elements.remove(at: place)
    case 1: elements.insert(elements[place], at: chance.below(elements.count))
    case 2: elements.swapAt(place, chance.below(elements.count))
    case 3: elements += Array(repeating: elements[place], count: chance.mostlySmall(upTo: 100))
    default: elements.insert(chance.one(of: donors), at: place)
    }
  }

  private func rearrange(_ members: inout [Tree.Member], _ chance: inout Chance) {
    let place = chance.below(members.count)
    switch chance.below(6) {
    case 0: members.remove(at: place)
    case 1: members.append(members[place])
    case 2: members.append(Tree.Member(name: members[place].name, value: chance.one(of: donors)))
    case 3: members[place].name = chance.one(of: names)
    case 4: members[place].name = Oddities.text(&chance)
    default: members.append(Tree.Member(name: chance.one(of: names), value: chance.one(of: donors)))
    }
  }
}
