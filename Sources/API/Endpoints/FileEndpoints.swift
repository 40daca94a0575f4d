import Database
import HTTP
import WhatsApp

/// The file of an answer: the stock as a workbook, the code to pay by.
extension ShopAPI {
  var fileRoutes: [Route] { [.getBare("/api/v1/files/{userId}/{fileId}", file)] }

  @Sendable private func file(_ call: Call, _ shop: ShopID) async throws -> HTTPResponse {
    try await database.books(of: shop, at: call.now) { books in
      guard let id = call.number(.file), let file = try await books.file(id) else {
        throw Refusal(.notFound, "There is no such file, or its time is over.")
      }
      // Some of them came from outside: no browser shall make anything of one.
      let headers = [
        (name: "Content-Type", value: "application/octet-stream"), (name: "Content-Disposition", value: "attachment"),
        (name: "X-Content-Type-Options", value: "nosniff"),
      ]
      return HTTPResponse(status: 200, headers: headers, body: file.bytes)
    }
  }
}
