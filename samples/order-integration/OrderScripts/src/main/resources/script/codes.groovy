import com.sap.gateway.ip.core.customdev.util.Message
import com.sap.it.api.ITApiFactory
import com.sap.it.api.mapping.ValueMappingApi

/** Translates the shop's country and payment codes into those of the ERP system (value mapping OrderCodes). */
Message translateCodes(Message message) {
    def mapping = ITApiFactory.getService(ValueMappingApi, null)
    ['country', 'payment'].each { name ->
        def code = message.getHeader(name, String)
        message.setHeader(name, mapping.getMappedValue('Shop', name, code, 'ERP', name) ?: code)
    }
    return message
}
