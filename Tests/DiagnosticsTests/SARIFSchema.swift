/// The part of the standard's JSON Schema that our logs use: the objects that we write, with every property of the
/// standard, so that unknown properties are refused.
///
/// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", chapter 3.
enum SARIFSchema {
  static let text = """
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "type": "object", "required": ["version", "runs"], "additionalProperties": false,
      "properties": {
        "$schema": { "type": "string", "format": "uri" }, "version": { "enum": ["2.1.0"] },
        "runs": { "type": "array", "items": { "$ref": "#/definitions/run" } },
        "inlineExternalProperties": {}, "properties": {}
      },
      "definitions": {
        "text": { "type": "string" },
        "index": { "type": "integer", "minimum": -1 },
        "run": {
          "type": "object", "required": ["tool"], "additionalProperties": false,
          "properties": {
            "tool": { "$ref": "#/definitions/tool" },
            "automationDetails": { "$ref": "#/definitions/runAutomationDetails" },
            "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
            "invocations": { "type": "array", "items": { "$ref": "#/definitions/invocation" } },
            "results": { "type": "array", "items": { "$ref": "#/definitions/result" } },
            "addresses": {}, "artifacts": {}, "baselineGuid": {}, "conversion": {}, "defaultEncoding": {},
            "defaultSourceLanguage": {}, "externalPropertyFileReferences": {}, "graphs": {}, "language": {},
            "logicalLocations": {}, "newlineSequences": {}, "originalUriBaseIds": {}, "policies": {},
            "properties": {}, "redactionTokens": {}, "runAggregates": {}, "specialLocations": {}, "taxonomies": {},
            "threadFlowLocations": {}, "translations": {}, "versionControlProvenance": {}, "webRequests": {},
            "webResponses": {}
          }
        },
        "runAutomationDetails": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "id": { "$ref": "#/definitions/text" }, "guid": {}, "correlationGuid": {}, "description": {}, "properties": {}
          }
        },
        "invocation": {
          "type": "object", "required": ["executionSuccessful"], "additionalProperties": false,
          "properties": {
            "executionSuccessful": { "type": "boolean" }, "account": {}, "arguments": {}, "commandLine": {},
            "endTimeUtc": {}, "environmentVariables": {}, "executableLocation": {}, "exitCode": {},
            "exitCodeDescription": {}, "exitSignalName": {}, "exitSignalNumber": {}, "machine": {},
            "notificationConfigurationOverrides": {}, "processId": {}, "processStartFailureMessage": {}, "properties": {},
            "responseFiles": {}, "ruleConfigurationOverrides": {}, "startTimeUtc": {}, "stderr": {}, "stdin": {},
            "stdout": {}, "stdoutStderr": {}, "toolConfigurationNotifications": {}, "toolExecutionNotifications": {},
            "workingDirectory": {}
          }
        },
        "tool": {
          "type": "object", "required": ["driver"], "additionalProperties": false,
          "properties": { "driver": { "$ref": "#/definitions/toolComponent" }, "extensions": {}, "properties": {} }
        },
        "toolComponent": {
          "type": "object", "required": ["name"], "additionalProperties": false,
          "properties": {
            "name": { "$ref": "#/definitions/text" }, "version": { "$ref": "#/definitions/text" },
            "semanticVersion": { "$ref": "#/definitions/text" },
            "rules": {
              "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/reportingDescriptor" }
            },
            "associatedComponent": {}, "contents": {}, "dottedQuadFileVersion": {}, "downloadUri": {},
            "fullDescription": {}, "fullName": {}, "globalMessageStrings": {}, "guid": {}, "informationUri": {},
            "isComprehensive": {}, "language": {}, "localizedDataSemanticVersion": {}, "locations": {},
            "minimumRequiredLocalizedDataSemanticVersion": {}, "notifications": {}, "organization": {}, "product": {},
            "productSuite": {}, "properties": {}, "releaseDateUtc": {}, "shortDescription": {}, "supportedTaxonomies": {},
            "taxa": {}, "translationMetadata": {}
          }
        },
        "reportingDescriptor": {
          "type": "object", "required": ["id"], "additionalProperties": false,
          "properties": {
            "id": { "$ref": "#/definitions/text" }, "name": { "$ref": "#/definitions/text" },
            "shortDescription": { "$ref": "#/definitions/multiformatMessageString" },
            "fullDescription": { "$ref": "#/definitions/multiformatMessageString" },
            "help": { "$ref": "#/definitions/multiformatMessageString" },
            "defaultConfiguration": { "$ref": "#/definitions/reportingConfiguration" },
            "properties": { "$ref": "#/definitions/propertyBag" },
            "deprecatedGuids": {}, "deprecatedIds": {}, "deprecatedNames": {}, "guid": {}, "helpUri": {},
            "messageStrings": {}, "relationships": {}
          }
        },
        "multiformatMessageString": {
          "type": "object", "required": ["text"], "additionalProperties": false,
          "properties": {
            "text": { "$ref": "#/definitions/text" }, "markdown": { "$ref": "#/definitions/text" }, "properties": {}
          }
        },
        "reportingConfiguration": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "enabled": { "type": "boolean" }, "level": { "enum": ["none", "note", "warning", "error"] },
            "parameters": {}, "properties": {}, "rank": {}
          }
        },
        "propertyBag": {
          "type": "object",
          "properties": { "tags": { "type": "array", "uniqueItems": true, "items": { "type": "string" } } }
        },
        "message": {
          "type": "object", "required": ["text"], "additionalProperties": false,
          "properties": {
            "text": { "$ref": "#/definitions/text" }, "markdown": { "$ref": "#/definitions/text" },
            "arguments": {}, "id": {}, "properties": {}
          }
        },
        "result": {
          "type": "object", "required": ["message"], "additionalProperties": false,
          "properties": {
            "ruleId": { "$ref": "#/definitions/text" }, "ruleIndex": { "$ref": "#/definitions/index" },
            "level": { "enum": ["none", "note", "warning", "error"] },
            "message": { "$ref": "#/definitions/message" },
            "locations": { "type": "array", "items": { "$ref": "#/definitions/location" } },
            "relatedLocations": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/location" } },
            "partialFingerprints": { "type": "object", "additionalProperties": { "type": "string" } },
            "fixes": { "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/fix" } },
            "analysisTarget": {}, "attachments": {}, "baselineState": {}, "codeFlows": {}, "correlationGuid": {},
            "fingerprints": {}, "graphTraversals": {}, "graphs": {}, "guid": {}, "hostedViewerUri": {}, "kind": {},
            "occurrenceCount": {}, "properties": {}, "provenance": {}, "rank": {}, "rule": {}, "stacks": {},
            "suppressions": {}, "taxa": {}, "webRequest": {}, "webResponse": {}, "workItemUris": {}
          }
        },
        "location": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "id": { "$ref": "#/definitions/index" }, "message": { "$ref": "#/definitions/message" },
            "physicalLocation": { "$ref": "#/definitions/physicalLocation" },
            "logicalLocations": {
              "type": "array", "uniqueItems": true, "items": { "$ref": "#/definitions/logicalLocation" }
            },
            "annotations": {}, "properties": {}, "relationships": {}
          }
        },
        "logicalLocation": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "fullyQualifiedName": { "$ref": "#/definitions/text" },
            "decoratedName": {}, "index": {}, "kind": {}, "name": {}, "parentIndex": {}, "properties": {}
          }
        },
        "physicalLocation": {
          "type": "object", "required": ["artifactLocation"], "additionalProperties": false,
          "properties": {
            "artifactLocation": { "$ref": "#/definitions/artifactLocation" },
            "region": { "$ref": "#/definitions/region" }, "address": {}, "contextRegion": {}, "properties": {}
          }
        },
        "artifactLocation": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "uri": { "type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$" },
            "uriBaseId": { "$ref": "#/definitions/text" }, "description": {}, "index": {}, "properties": {}
          }
        },
        "region": {
          "type": "object", "additionalProperties": false,
          "properties": {
            "startLine": { "type": "integer", "minimum": 1 }, "startColumn": { "type": "integer", "minimum": 1 },
            "endLine": { "type": "integer", "minimum": 1 }, "endColumn": { "type": "integer", "minimum": 1 },
            "byteLength": {}, "byteOffset": {}, "charLength": {}, "charOffset": {}, "message": {}, "properties": {},
            "snippet": {}, "sourceLanguage": {}
          }
        },
        "fix": {
          "type": "object", "required": ["artifactChanges"], "additionalProperties": false,
          "properties": {
            "description": { "$ref": "#/definitions/message" },
            "artifactChanges": {
              "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/artifactChange" }
            },
            "properties": {}
          }
        },
        "artifactChange": {
          "type": "object", "required": ["artifactLocation", "replacements"], "additionalProperties": false,
          "properties": {
            "artifactLocation": { "$ref": "#/definitions/artifactLocation" },
            "replacements": { "type": "array", "minItems": 1, "items": { "$ref": "#/definitions/replacement" } },
            "properties": {}
          }
        },
        "replacement": {
          "type": "object", "required": ["deletedRegion"], "additionalProperties": false,
          "properties": {
            "deletedRegion": { "$ref": "#/definitions/region" },
            "insertedContent": { "$ref": "#/definitions/artifactContent" }, "properties": {}
          }
        },
        "artifactContent": {
          "type": "object", "additionalProperties": false,
          "properties": { "text": { "$ref": "#/definitions/text" }, "binary": {}, "properties": {}, "rendered": {} }
        }
      }
    }

    """
}
