import com.sap.gateway.ip.core.customdev.util.Message

/** Refuses an order without a number or without items: the shop gets the sentence back. */
Message checkOrder(Message message) {
    def order = new XmlSlurper().parse(message.getBody(java.io.Reader))
    if (!order.@number.text()) {
        throw new IllegalArgumentException('The order has no number.')
    }
    if (order.item.isEmpty()) {
        throw new IllegalArgumentException("The order ${order.@number} has no items.")
    }
    return message
}

/** Attaches the order to the log where the parameter says so. */
Message logOrder(Message message) {
    if (message.getProperty('log_payload') == 'true') {
        def log = messageLogFactory.getMessageLog(message)
        log?.addAttachmentAsString('order', message.getBody(String), 'text/xml')
    }
    return message
}
