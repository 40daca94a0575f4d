/// A file that goes along with a reply: the whole stock as a workbook, the code to pay by as a picture. Its bytes lie in
/// the shop's books; here is only what it is called and where it lies.
package struct Attachment: Hashable, Sendable, Codable {
  package enum Kind: String, Hashable, Sendable, Codable { case document, image }

  package let kind: Kind
  /// As its reader sees it: “Stock 21 Nov.xlsx”.
  package let name: String
  /// Under which the shop keeps its bytes.
  package let file: Int64

  package init(kind: Kind, name: String, file: Int64) {
    self.kind = kind
    self.name = name
    self.file = file
  }
}

/// What kinds of file we send; WhatsApp takes these and few others.
package enum FileType: String, Hashable, Sendable, CaseIterable {
  case png = "image/png"
  case jpeg = "image/jpeg"
  case pdf = "application/pdf"
  case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
  /// Also CSV: WhatsApp refuses the type `text/csv`, and shows the file under whatever name we give it.
  case text = "text/plain"

  package var kind: Attachment.Kind {
    switch self {
    case .png, .jpeg: .image
    case .pdf, .workbook, .text: .document
    }
  }

  /// What an uploaded file's name must end with.
  package var ending: String {
    switch self {
    case .png: "png"
    case .jpeg: "jpg"
    case .pdf: "pdf"
    case .workbook: "xlsx"
    case .text: "txt"
    }
  }

  /// WhatsApp takes pictures of 5 MB, and documents that are larger than what we keep.
  package var bytesMax: Int {
    switch kind {
    case .image: 5 << 20
    case .document: 16 << 20
    }
  }
}
